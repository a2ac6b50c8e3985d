/** Layout files beside KLayout, in the same run. See RATIONALE.md for how to run it. */
package pnnc.bench.layout;
