/**
 * A language server for {@code .pnn}: a thin face of the driver, as the command line is one. What
 * programs mean is asked of {@code pnnc.driver.program} and {@code pnnc.frontend}; here it becomes
 * messages of the Language Server Protocol.
 *
 * <pre>{@code
 * editor --edits-->     Documents    immutable snapshots of what is open
 *        --requests-->  Analyst      one thread; reads a program when its snapshot is new
 *                       Analysis     what the frontend found, by place
 *        <--answers--   Hovers, Completions, Definitions, Renames, Symbols, Signatures
 *        <--faults--    Faults       diagnostics of every file of the programs that are open
 * }</pre>
 */
package pnnc.lsp;
