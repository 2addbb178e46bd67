//! What the official validator of municipal sites looks at (the criteria C.SI and R.SI of the national model), over every page of the
//! example that each criterion concerns, as far as built HTML decides it. Texts are compared whole, as the validator does.

mod criteria;
mod looks;
mod portal;
mod rating;
mod services;
mod structured;
mod subscriptions;
