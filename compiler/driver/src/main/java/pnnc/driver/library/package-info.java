/**
 * The action {@code std}: what is in the standard library, told from its own files.
 *
 * <pre>{@code
 * StandardFacts   modules, symbols and fields as records that become JSON
 * FactsReader     makes them of the files
 * SymbolSearch    finds what a name means: its last words are enough
 * StandardText    the same for people
 * }</pre>
 */
package pnnc.driver.library;
