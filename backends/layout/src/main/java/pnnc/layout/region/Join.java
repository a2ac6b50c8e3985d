package pnnc.layout.region;

/** What a grown border looks like around a corner that sticks out. */
public sealed interface Join {
  /** Mitres of at most 90° bends, as right angles have them. */
  Join SQUARE = new Mitre(Math.sqrt(2) * (1 + 1e-9));

  /** No bend above 45°: a right angle becomes two. */
  Join OCTAGONAL = new Octagonal();

  /**
   * The borders meet at a point; they are joined straight if that is too far away.
   *
   * @param limit how far from the corner it may be at most, in distances grown, at least 1
   */
  record Mitre(double limit) implements Join {
    public Mitre {
      if (!(limit >= 1)) {
        throw new IllegalArgumentException("no mitre limit: " + limit);
      }
    }

    @Override
    public int bends(double turn, double distance) {
      return 1 / Math.cos(turn / 2) <= limit ? 1 : 0;
    }
  }

  /** As many equal bends of at most 45° as there must be. */
  record Octagonal() implements Join {
    @Override
    public int bends(double turn, double distance) {
      return (int) Math.ceil(turn / (Math.PI / 4) - 1e-9);
    }
  }

  /**
   * An arc, drawn outside the true one.
   *
   * @param tolerance how far outside at most, dbu, before its corners are rounded to the grid
   */
  record Round(double tolerance) implements Join {
    public Round {
      if (!(tolerance > 0)) {
        throw new IllegalArgumentException("no tolerance: " + tolerance);
      }
    }

    @Override
    public int bends(double turn, double distance) {
      return (int) Math.ceil(turn / (2 * Math.acos(distance / (distance + tolerance))));
    }
  }

  /**
   * How many equal bends make the turn; none if the ends are joined straight.
   *
   * @param turn radians, above 0, at most π
   * @param distance grown by, dbu, positive
   */
  int bends(double turn, double distance);
}
