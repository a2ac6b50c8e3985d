/**
 * Whether two models agree, said with the care that the answer deserves. Samples stream through
 * both, {@link pnnc.sim.equivalence.OutputMetrics} are gathered per output, and a {@link
 * pnnc.sim.equivalence.Criterion} turns them into a {@link pnnc.sim.equivalence.Verdict}.
 *
 * <pre>{@code
 * EquivalenceReport report =
 *     EquivalenceCheck.compare(session::run, twin::run, samples, Criterion.agreement(0.99, 0.95), noise);
 * }</pre>
 *
 * <p>Agreement is a proportion seen on some samples, so the verdict rests on an exact confidence
 * bound for it (Clopper and Pearson 1934): without a miss it takes 299 samples to claim 99 % at 95
 * % confidence, and 2,000 samples allow 12 misses. Fewer samples are inconclusive, which is never a
 * pass.
 */
package pnnc.sim.equivalence;
