//! The program: parse, run, exit code.

/// Pages are thousands of small allocations on many threads, which this allocator is made for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    arengo::cli::main()
}
