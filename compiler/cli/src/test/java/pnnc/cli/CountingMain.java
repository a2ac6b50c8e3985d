package pnnc.cli;

import com.google.gson.JsonObject;
import pnnc.driver.Outcome;
import pnnc.driver.Session;

/** A pnnc whose driver takes a second and a half and says how far it is. */
public final class CountingMain {
  private CountingMain() {}

  /** Runs {@code pnnc inspect FILE}. */
  public static void main(String[] args) {
    FakeDriver driver = new FakeDriver();
    driver.action = CountingMain::count;
    Main.run(driver, args);
  }

  private static Outcome count(Session session) {
    session.reporter().phase("read model");
    for (int i = 1; i <= 150; i++) {
      session.reporter().progress("numbers with a rather long unit", i, 150);
      pause();
    }
    return Outcome.ok("done\n", new JsonObject());
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
