/**
 * The command line: {@code pnnc [global] COMMAND [options] FILE…}. {@link pnnc.cli.Cli} finds the
 * command and reads the options, a {@link pnnc.cli.command.Command} turns them into a request to
 * the driver, and a {@link pnnc.cli.report.CliReporter} says what happens. Results go to standard
 * output, everything else to standard error; with {@code --message-format json} both are JSON
 * lines.
 *
 * <p>Here, and nowhere else, pnnc prints, reads the environment and looks at a clock.
 */
package pnnc.cli;
