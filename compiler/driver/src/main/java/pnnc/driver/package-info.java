/**
 * What the command line and the Maven plug-in are faces of. A face makes a request, hands over a
 * {@link pnnc.driver.Session} (settings, and a {@link pnnc.driver.Reporter} for what happens on the
 * way), and shows the {@link pnnc.driver.Outcome}:
 *
 * <pre>{@code
 * Outcome outcome = driver.compile(CompileRequest.of(model, output), new Session(settings, reporter));
 * System.out.print(outcome.text());
 * System.exit(outcome.status().code());
 * }</pre>
 *
 * <p>The driver is the only module that opens files. It prints nothing.
 */
package pnnc.driver;
