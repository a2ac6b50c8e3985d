package pnnc.driver.program;

import java.util.List;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.frontend.program.Modules;

/**
 * A program as an editor has it, with or without faults.
 *
 * @param modules its files
 * @param diagnostics what is wrong: with the words if anything is, else with their meaning
 */
public record Reading(Modules modules, List<Diagnostic> diagnostics) {
  public Reading {
    diagnostics = List.copyOf(diagnostics);
  }
}
