package pnnc.crossbar.die;

import java.util.List;

/**
 * The digital ports of a black box. All that is said here of what is in a box is assumed, as no
 * converter is designed:
 *
 * <ul>
 *   <li>An ADC waits for {@code adc.shared_by} pairs of bit lines, one after the other. In that
 *       time the words of all pairs go out and those of the next input come in, so that each lane
 *       carries {@code shared_by} words: <em>lanes = ceil(words / shared_by)</em>, as many wires
 *       each as a word has bits: {@code adc.width} out of ADCs, {@code dac.slice} into DACs.
 *   <li>Gate drivers take the number of a row, <em>ceil(log2 rows)</em> wires, and {@code all} for
 *       all rows at once.
 *   <li>Each box has a clock, and {@code sel} which says that the bus speaks to it: boxes of one
 *       row of the die share all other wires.
 *   <li>Each box has {@code vss} and {@code vdd}.
 * </ul>
 *
 * @param block {@code dac}, {@code adc} or {@code gate}
 * @param word what the wires of a word are called, before their number
 * @param wires of all lanes, at least 1
 * @param extra further signals
 */
record BlockBus(String block, String word, int wires, List<String> extra) {
  /** Clock of a row of the die. */
  static final String CLOCK = "clk";

  /** What chooses one box. */
  static final String SELECT = "sel";

  /** Supplies, which are wider than signals, in the order in which they stand. */
  static final List<String> SUPPLIES = List.of("vss", "vdd");

  BlockBus {
    extra = List.copyOf(extra);
  }

  /** Of the DACs of {@code rows} word lines. */
  static BlockBus dac(int rows, int bits, int shared) {
    return new BlockBus("dac", "in", bits * lanes(rows, shared), List.of(CLOCK, SELECT));
  }

  /** Of the ADCs of {@code pairs} pairs of bit lines. */
  static BlockBus adc(int pairs, int bits, int shared) {
    return new BlockBus("adc", "out", bits * lanes(pairs, shared), List.of(CLOCK, SELECT));
  }

  /** Of the drivers of {@code rows} gates. */
  static BlockBus gates(int rows) {
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(rows - 1));
    return new BlockBus("gate", "row", bits, List.of("all", CLOCK, SELECT));
  }

  private static int lanes(int words, int shared) {
    return (words + shared - 1) / shared;
  }

  /** How many signals there are. */
  int signals() {
    return wires + extra.size();
  }

  /** The name of a signal, without that of the box. */
  String signal(int number) {
    return number < wires ? word + number : extra.get(number - wires);
  }

  /** What a signal or supply of this box is called in the box. */
  String port(String signal) {
    return block + "." + signal;
  }

  /**
   * The net of the die that a signal or supply is part of, which is also the name of the die's
   * port.
   *
   * @param row of the die, from 0
   * @param unit whose box it is
   */
  String net(int row, String unit, String signal) {
    if (signal.equals(SELECT)) {
      return unit + "." + port(signal);
    }
    boolean isShared = signal.equals(CLOCK) || SUPPLIES.contains(signal);
    return "row" + row + "." + (isShared ? signal : port(signal));
  }
}
