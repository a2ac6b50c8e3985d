package pnnc.base.diagnostics;

/** How a run of pnnc ended, as its callers see it. The numbers are a contract. */
public enum ExitStatus {
  OK(0),
  INPUT_ERROR(1),
  USAGE(2),
  NOT_EQUIVALENT(3),
  INCONCLUSIVE(4),
  LIMIT_MISSED(5),
  UNSUPPORTED(6),
  ENVIRONMENT(7),
  INTERNAL(70),
  INTERRUPTED(130);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
