package pnnc.sim.runtime;

/** A process that wants ONNX Runtime for the first time when it is already ending. */
public final class EndingMain {
  private EndingMain() {}

  /** Prints what that throws. */
  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(EndingMain::open));
  }

  private static void open() {
    try {
      OnnxSession.open(new byte[0], SessionSettings.DEFAULT).close();
    } catch (RuntimeException e) {
      System.out.print(e.getClass().getName());
    }
  }
}
