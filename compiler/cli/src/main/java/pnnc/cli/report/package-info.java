/**
 * What a run says on its way: for people ({@link pnnc.cli.report.HumanReporter}: diagnostics with
 * the source line, one line of progress) or for programs ({@link pnnc.cli.report.JsonReporter}: one
 * JSON object per line, each with {@code schema} and {@code kind}).
 */
package pnnc.cli.report;
