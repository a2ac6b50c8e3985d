package pnnc.ir.circuit;

/**
 * A net of a cell that the outside can reach.
 *
 * @param name of the port and of its net inside the cell
 * @param direction where signals go
 * @param role what it is for
 */
public record Port(String name, Direction direction, Role role) {
  /** Where signals go, seen from the cell. */
  public enum Direction {
    IN,
    OUT,
    INOUT
  }

  /** What a port is for. */
  public enum Role {
    /** Carries data. */
    SIGNAL,
    /** Carries data as light. */
    OPTICAL,
    /** Sets something that is constant while data flow: a heater, a reset. */
    CONTROL,
    SUPPLY,
    GROUND
  }

  public Port {
    Names.require(name, "a port");
  }

  public Domain domain() {
    return role == Role.OPTICAL ? Domain.OPTICAL : Domain.ELECTRICAL;
  }
}
