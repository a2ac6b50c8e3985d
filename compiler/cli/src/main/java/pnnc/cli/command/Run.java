package pnnc.cli.command;

import pnnc.cli.report.Output;
import pnnc.driver.Driver;
import pnnc.driver.Session;

/**
 * What a command works with.
 *
 * @param driver does the work
 * @param session settings and reporter
 * @param out standard output, for results that are streamed
 */
public record Run(Driver driver, Session session, Output out) {}
