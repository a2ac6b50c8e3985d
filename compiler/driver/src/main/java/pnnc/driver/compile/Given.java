package pnnc.driver.compile;

import java.util.List;
import java.util.Map;
import pnnc.driver.CompileRequest;
import pnnc.driver.Session;

/**
 * What the user asked for beside model and target, as far as it says how the model is cut up: with
 * it the same model gives the same blocks again.
 *
 * @param overrides fields of the target, by dotted path
 * @param dims sizes of symbolic dimensions
 * @param only patterns of the layers that became physical; none: all
 * @param regions that became functions
 */
record Given(
    Map<String, String> overrides,
    Map<String, Long> dims,
    List<String> only,
    List<CompileRequest.Region> regions) {
  static Given of(CompileRequest request, Session session) {
    return new Given(
        request.overrides(), session.settings().dims(), request.only(), request.regions());
  }

  static Given read(JsonPlace place) {
    return new Given(
        place.field("overrides").fields(JsonPlace::text),
        place.field("dims").fields(d -> d.integer(0, Long.MAX_VALUE)),
        place.field("only").list(JsonPlace::text),
        place.field("regions").list(Given::region));
  }

  private static CompileRequest.Region region(JsonPlace place) {
    return new CompileRequest.Region(
        place.field("name").text(),
        place.field("inputs").list(JsonPlace::text),
        place.field("outputs").list(JsonPlace::text));
  }
}
