/** What a run leaves for pipelines: {@code report.json} and its parts. */
package pnnc.driver.report;
