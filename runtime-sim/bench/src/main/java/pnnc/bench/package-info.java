/** Benchmarks. They measure; tests never do. See RATIONALE.md for how to run them. */
package pnnc.bench;
