/**
 * Who carries out the independent parts of a kernel. A kernel cuts its work into tasks in one way
 * only, and no task's arithmetic depends on another's, so that results are the same to the bit with
 * any number of threads:
 *
 * <pre>{@code
 * KronReduction.reduce(crossbar, Workers.POOL)   equals   KronReduction.reduce(crossbar, Workers.SEQUENTIAL)
 * }</pre>
 */
package pnnc.kernels.parallel;
