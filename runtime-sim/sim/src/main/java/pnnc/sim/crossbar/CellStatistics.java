package pnnc.sim.crossbar;

/** How devices differ from what they were meant to be, by the state they are in. */
interface CellStatistics {
  /** Standard deviation of what is programmed, in siemens, for a device meant to have {@code g}. */
  double programming(double g);

  /** Standard deviation from read to read, relative to {@code g}, after {@code age} seconds. */
  double read(double g, double age);

  /** Mean of the exponent {@code ν} of {@code G(t) = G (1 + t/t₀)^−ν}. */
  double drift(double g);

  /** Standard deviation of that exponent from device to device. */
  double driftSigma(double g);

  /** {@code t₀} of the power law, in seconds: when devices were found to be as programmed. */
  double driftStart();

  /**
   * By the kind of a card.
   *
   * <table>
   * <caption>Kinds</caption>
   * <tr><td>{@code resistive}</td><td>the card's figures, programming relative to the greatest
   *     conductance</td></tr>
   * <tr><td>{@code matched}</td><td>the card's figures, programming relative to the device's
   *     own</td></tr>
   * <tr><td>{@code pcm}</td><td>{@link PhaseChange}</td></tr>
   * <tr><td>any of {@link MeasuredSpread}</td><td>programming as measured, else the card's
   *     figures</td></tr>
   * </table>
   *
   * @throws IllegalArgumentException for another kind
   */
  static CellStatistics of(DeviceCard card) {
    return switch (card.kind()) {
      case "resistive" ->
          new FixedStatistics(card, g -> card.programming() * card.greatestSiemens());
      case "matched" -> new FixedStatistics(card, g -> card.programming() * g);
      case "pcm" -> new PhaseChange();
      default -> new FixedStatistics(card, MeasuredSpread.named(card.kind()));
    };
  }
}
