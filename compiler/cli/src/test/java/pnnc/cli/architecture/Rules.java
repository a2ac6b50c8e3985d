package pnnc.cli.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** HOUSE.md §1 as rules that a machine can check. */
final class Rules {
  private static final String[] BELOW_DRIVER = {
    "pnnc.base..",
    "pnnc.ir..",
    "pnnc.onnx..",
    "pnnc.passes..",
    "pnnc.frontend..",
    "pnnc.backend..",
    "pnnc.kernels..",
    "pnnc.sim.."
  };

  private Rules() {}

  /** {@code module} may use only itself, the JDK and {@code others}. */
  private static ArchRule direction(String module, String... others) {
    List<String> allowed = new ArrayList<>(List.of("java..", module));
    allowed.addAll(Arrays.asList(others));
    return classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .allowEmptyShould(true);
  }

  static final ArchRule BASE = direction("pnnc.base..");
  static final ArchRule IR = direction("pnnc.ir..", "pnnc.base..");
  static final ArchRule ONNX =
      direction("pnnc.onnx..", "pnnc.ir..", "pnnc.base..", "com.google.protobuf..");
  static final ArchRule PASSES = direction("pnnc.passes..", "pnnc.ir..", "pnnc.base..");

  /** Besides HOUSE.md's grammar and ir it uses the shape rules of the passes: its RATIONALE.md. */
  static final ArchRule FRONTEND =
      direction(
          "pnnc.frontend..",
          "pnnc.grammar..",
          "org.antlr.v4.runtime..",
          "pnnc.passes..",
          "pnnc.ir..",
          "pnnc.base..");

  /** Numbers in, numbers out: neither a network nor a netlist. */
  static final ArchRule KERNELS = direction("pnnc.kernels..", "pnnc.base..");

  static final ArchRule BACKEND =
      direction("pnnc.backend..", "pnnc.ir..", "pnnc.kernels..", "pnnc.base..");

  /** A backend draws and reads back; what that computes is for others to say. */
  static final ArchRule CROSSBAR =
      direction(
          "pnnc.crossbar..",
          "pnnc.backend..",
          "pnnc.layout..",
          "pnnc.ir..",
          "pnnc.kernels..",
          "pnnc.base..");

  /** The judge owes the compiler nothing: no pass, no backend, not even the reader of models. */
  static final ArchRule SIM =
      direction(
          "pnnc.sim..",
          "pnnc.ir..",
          "pnnc.kernels..",
          "pnnc.base..",
          "ai.onnxruntime..",
          "org.apache.commons.statistics..");

  /** The editor's face asks the driver to read programs, and the frontend what they mean. */
  static final ArchRule LSP =
      direction(
          "pnnc.lsp..",
          "pnnc.driver.program..",
          "pnnc.frontend.ast..",
          "pnnc.frontend.elaborate..",
          "pnnc.frontend.format..",
          "pnnc.frontend.names..",
          "pnnc.frontend.program..",
          "pnnc.frontend.source..",
          "pnnc.base..",
          "org.eclipse.lsp4j..");

  /**
   * The face knows the driver, the other face that it starts, and the words of messages, nothing
   * behind them.
   */
  static final ArchRule CLI =
      direction(
          "pnnc.cli..",
          "pnnc.lsp..",
          "pnnc.driver..",
          "pnnc.base..",
          "org.apache.commons.cli..",
          "com.google.gson..");

  static final ArchRule NOBODY_USES_THE_FACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("pnnc.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("pnnc.cli..");

  static final ArchRule ONLY_THE_FACE_SERVES_EDITORS =
      noClasses()
          .that()
          .resideOutsideOfPackages("pnnc.cli..", "pnnc.lsp..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("pnnc.lsp..");

  private static final DescribedPredicate<JavaClass> FILES =
      describe(
          "a file",
          type ->
              resideInAnyPackage("java.nio.file..").test(type)
                  || type.getName().matches("java\\.io\\.(File.*|RandomAccessFile)")
                  || type.getName().matches("java\\.nio\\.channels\\..*File.*"));

  /**
   * One exception: ONNX Runtime opens a model by its path, so that weights beside it stay mapped.
   * The path is handed through; nothing else may be done with it below the driver.
   */
  static final ArchRule ONLY_THE_DRIVER_OPENS_FILES =
      noClasses()
          .that()
          .resideInAnyPackage(BELOW_DRIVER)
          .should()
          .dependOnClassesThat(
              FILES
                  .and(not(JavaClass.Predicates.type(Path.class)))
                  .as("open files, or name them otherwise than by a Path for ONNX Runtime"));

  static final ArchRule PATHS_ARE_FOR_ONNX_RUNTIME =
      noClasses()
          .that()
          .resideInAnyPackage(BELOW_DRIVER)
          .and()
          .resideOutsideOfPackage("pnnc.sim..")
          .should()
          .dependOnClassesThat(JavaClass.Predicates.type(Path.class));

  /** The faces hold paths and the standard streams, but open nothing. */
  static final ArchRule THE_FACE_OPENS_NO_FILES =
      noClasses()
          .that()
          .resideInAnyPackage("pnnc.cli..", "pnnc.lsp..")
          .should()
          .dependOnClassesThat(
              describe(
                  "open files",
                  type ->
                      Set.of(
                              "java.nio.file.Files",
                              "java.io.File",
                              "java.io.FileInputStream",
                              "java.io.FileReader",
                              "java.io.FileWriter",
                              "java.io.RandomAccessFile",
                              "java.nio.channels.FileChannel")
                          .contains(type.getName())));

  static final ArchRule ONLY_THE_FACE_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("pnnc.cli..")
          .should(accessField(System.class, "out"))
          .orShould(accessField(System.class, "err"))
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  private static final DescribedPredicate<JavaCall<?>> SURROUNDINGS =
      describe("the clock, the environment or chance", call -> isSurroundings(call.getTarget()));

  private static boolean isSurroundings(AccessTarget.CodeUnitCallTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    return switch (owner) {
      case "java.lang.System" ->
          Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties")
              .contains(name);
      case "java.lang.Math" -> name.equals("random");
      case "java.util.Random" -> name.equals("<init>") && target.getRawParameterTypes().isEmpty();
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.util.Date" -> name.equals("<init>") && target.getRawParameterTypes().isEmpty();
      default ->
          owner.equals(ThreadLocalRandom.class.getName())
              || (owner.startsWith("java.time.") && name.equals("now"))
              || owner.equals("java.time.Clock");
    };
  }

  static final ArchRule BELOW_THE_DRIVER_ALL_IS_A_FUNCTION =
      noClasses().that().resideInAnyPackage(BELOW_DRIVER).should().callCodeUnitWhere(SURROUNDINGS);

  static final ArchRule NO_STATIC_CHANGES =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(BELOW_DRIVER)
          .should()
          .beFinal()
          .andShould()
          .notHaveRawType(describe("a container that changes", Rules::changes))
          .allowEmptyShould(true);

  private static boolean changes(JavaClass type) {
    boolean container = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    boolean implementation = container && !type.isInterface();
    return implementation
        || type.getPackageName().equals("java.util.concurrent.atomic")
        || type.isAssignableTo(ThreadLocal.class)
        || type.isAssignableTo(StringBuilder.class);
  }
}
