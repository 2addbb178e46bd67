//! Tests of the module from outside.
