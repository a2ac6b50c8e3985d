package pnnc.ir.operators;

import pnnc.ir.network.OpType;

/**
 * What is known of an operator as one version of its operator set defines it.
 *
 * @param op which operator
 * @param since the version of the operator set that gave it this definition
 * @param inputs how many
 * @param outputs how many
 * @param behaviour what sets it apart from an ordinary function of its inputs
 */
public record OperatorFacts(
    OpType op, int since, Arity inputs, Arity outputs, Behaviour behaviour) {
  /** How an operator behaves. */
  public enum Behaviour {
    /** The same inputs give the same outputs. */
    DETERMINISTIC,
    /** Results differ from run to run, at least in some modes. */
    RANDOM,
    /** It runs subgraphs and behaves as they do. */
    CONTROL_FLOW
  }

  /** Whether the same inputs always give the same outputs, subgraphs aside. */
  public boolean isDeterministic() {
    return behaviour != Behaviour.RANDOM;
  }
}
