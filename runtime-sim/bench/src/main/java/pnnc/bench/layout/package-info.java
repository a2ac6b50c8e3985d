/**
 * Layouts: formats, regions, rules, extraction, pictures. {@code …Benchmark} are JMH's; {@code
 * …AgainstKLayout} time KLayout in the same run and print how many times as long it takes; {@code
 * LayoutStream} and {@code DiePicture} print how much heap they need. See RATIONALE.md for how to
 * run them.
 */
package pnnc.bench.layout;
