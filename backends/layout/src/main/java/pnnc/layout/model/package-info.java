/**
 * Cells and what is in them, immutable in memory ({@link pnnc.layout.model.Layout}) or piece by
 * piece ({@link pnnc.layout.model.LayoutSink}).
 */
package pnnc.layout.model;
