/**
 * OASIS files (SEMI P39): {@link pnnc.layout.oasis.OasisReader} fills a sink, {@link
 * pnnc.layout.oasis.OasisWriter} is one. Both stream: memory is bounded by names and by one window
 * of one cell, not by the file.
 */
package pnnc.layout.oasis;
