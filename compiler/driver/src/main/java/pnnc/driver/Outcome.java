package pnnc.driver;

import com.google.gson.JsonObject;
import pnnc.base.diagnostics.ExitStatus;

/**
 * What an action found, for people and for programs.
 *
 * @param status how the run ends
 * @param text for people: whole lines; may be empty
 * @param summary the same facts for programs; a property {@code verdict}, if there is one, is
 *     {@code equivalent}, {@code not-equivalent} or {@code inconclusive}; then {@code reason}, if
 *     it is there, says why an inconclusive one is
 */
public record Outcome(ExitStatus status, String text, JsonObject summary) {
  /** An action that went well. */
  public static Outcome ok(String text, JsonObject summary) {
    return new Outcome(ExitStatus.OK, text, summary);
  }
}
