package pnnc.base.process;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What shapes on a mask become. */
public enum Purpose {
  /** A wire. */
  CONDUCTOR(true),
  /** A hole filled with metal. */
  CUT(true),
  /** A wire that is a gate over diffusion. */
  GATE(true),
  /** Doped silicon between field oxide. */
  DIFFUSION(true),
  WELL(true),
  IMPLANT(true),
  /** A film between two conductors or under a gate. */
  ELECTRODE(true),
  /** The core of a guide. */
  GUIDE(true),
  /** What is left thinner beside a core. */
  SLAB(true),
  HEATER(true),
  METAL(true),
  /** A hole in the cover. */
  OPENING(true),
  TRENCH(true),
  /** Heights of a face. */
  RELIEF(true),
  /** Says something to tools; becomes nothing. */
  MARKER(false),
  /** Holds texts. */
  LABEL(false),
  /** Holds pins. */
  PIN(false),
  /** Of a chip or a cell. */
  OUTLINE(false);

  private final boolean isMade;

  Purpose(boolean isMade) {
    this.isMade = isMade;
  }

  /** The purpose that descriptions of processes call {@code word}: {@code conductor}. */
  public static Optional<Purpose> of(String word) {
    return Stream.of(values()).filter(p -> p.word().equals(word)).findFirst();
  }

  /** As descriptions of processes write it: {@code conductor}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether anything is made of its shapes. */
  public boolean isMade() {
    return isMade;
  }

  /** Whether current flows along its shapes, so that width, space and sheet resistance matter. */
  public boolean isWire() {
    return this == CONDUCTOR || this == GATE || this == METAL || this == HEATER;
  }

  /** Whether a cut can end on it. */
  public boolean isTerminal() {
    return isWire()
        || this == DIFFUSION
        || this == WELL
        || this == IMPLANT
        || this == ELECTRODE
        || this == GUIDE
        || this == SLAB;
  }
}
