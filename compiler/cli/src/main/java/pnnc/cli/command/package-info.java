/**
 * The commands, one small class each, and the option tables that parsing, `--help` and shell
 * completion share. A new command implements {@link pnnc.cli.command.Command} and joins the list in
 * {@link pnnc.cli.command.Commands}.
 */
package pnnc.cli.command;
