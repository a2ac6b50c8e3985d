/**
 * What names mean, found without elaborating anything: for editors, which ask this of programs that
 * are half-written. {@link pnnc.frontend.names.ProgramNames} is the way in.
 *
 * <pre>{@code
 * fn f(x: T[N]) -> T[N] {     x    declared here, seen to the end of the function
 *   y = relu(x)               y    declared here, seen from the next line on
 *   x + y                     x, y occurrences of those
 * }
 * }</pre>
 */
package pnnc.frontend.names;
