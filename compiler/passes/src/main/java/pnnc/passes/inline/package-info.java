/**
 * Local functions: operators that a model defines by a graph of other operators. {@link
 * pnnc.passes.inline.FunctionBody} is that graph for one call; {@link
 * pnnc.passes.inline.InlineFunctions} puts it in the call's place.
 *
 * <pre>{@code
 * %y = my::Twice(%x)     becomes     %y = Add(%x, %x)
 * }</pre>
 */
package pnnc.passes.inline;
