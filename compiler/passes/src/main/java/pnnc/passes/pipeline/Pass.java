package pnnc.passes.pipeline;

/** Rewrites an {@code A} into a {@code B}. Stateless: everything is in the arguments. */
public interface Pass<A, B> {
  /** Kebab-case verb phrase: its name on the command line and its folder of golden tests. */
  String name();

  /** Returns the rewritten program; faults in the user's program go to {@code context}. */
  B run(A program, PassContext context);
}
