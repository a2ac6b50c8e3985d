/**
 * What a pass is, and the one list of those that run. A pass takes an immutable program and returns
 * another; the verifier looks at the result of each.
 */
package pnnc.passes.pipeline;
