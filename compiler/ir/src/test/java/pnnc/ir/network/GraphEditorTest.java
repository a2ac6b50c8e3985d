package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.CompilerBug;

class GraphEditorTest {
  private static Network network(String graph) {
    return NetworkParser.parse("test.pnnir", "pnnir 1\nopset \"\" 17\n" + graph);
  }

  private static GraphEditor edit(Network network) {
    return new GraphEditor(network.graph(), NameSupply.of(network));
  }

  private static Value v(String name) {
    return new Value(name);
  }

  /** Verifies the edited network and compares it with the text of the one expected. */
  private static void assertBuilds(Network before, GraphEditor editor, String graph) {
    Network after = before.withGraph(editor.build());
    NetworkVerifier.check(after, "test");
    assertThat(NetworkPrinter.print(after)).isEqualTo(NetworkPrinter.print(network(graph)));
  }

  @Test
  void usesAreReplacedAndTheOutputKeepsItsName() {
    Network before = network("graph(%x) -> (%y) { %a = Relu(%x) %y = Identity(%a) %z = Neg(%y) }");
    GraphEditor editor = edit(before);
    editor.replaceUses(v("y"), v("a"));
    assertBuilds(before, editor, "graph(%x) -> (%y) { %y = Relu(%x) %z = Neg(%y) }");
  }

  @Test
  void anIdentityCarriesTheNameOfAnOutputThatIsAnInput() {
    Network before = network("graph(%x) -> (%y) { %y = Dropout(%x) %z = Neg(%y) }");
    GraphEditor editor = edit(before);
    editor.replaceUses(v("y"), v("x"));
    assertBuilds(before, editor, "graph(%x) -> (%y) { %y = Identity(%x) %z = Neg(%x) }");
  }

  @Test
  void twoOutputsThatBecomeOneValueBothKeepTheirNames() {
    Network before = network("graph(%x) -> (%a, %y) { %a = Relu(%x) %y = Identity(%a) }");
    GraphEditor editor = edit(before);
    editor.replaceUses(v("y"), v("a"));
    assertBuilds(before, editor, "graph(%x) -> (%a, %y) { %a = Relu(%x) %y = Identity(%a) }");
  }

  @Test
  void anOperationWithAnotherOutputInUseStays() {
    Network before =
        network("graph(%x) -> (%y, %n) { %a = Relu(%x) %y, %mask = Dropout(%a) %n = Not(%mask) }");
    GraphEditor editor = edit(before);
    editor.replaceUses(v("y"), v("a"));
    assertBuilds(
        before,
        editor,
        "graph(%x) -> (%y, %n) { %y = Relu(%x) %y_1, %mask = Dropout(%y) %n = Not(%mask) }");
  }

  @Test
  void oneOutputOfAnOperationCanReplaceAnother() {
    Network before = network("graph(%x) -> (%b) { %a, %b = Split(%x) }");
    GraphEditor editor = edit(before);
    editor.replaceUses(v("b"), v("a"));
    assertBuilds(before, editor, "graph(%x) -> (%b) { %b, %b_1 = Split(%x) }");
  }

  @Test
  void inputsAndConstantsThatAreOutputsStay() {
    Network before =
        network("graph(%x, %w) -> (%x, %c, %y) { const %c: f32[] = 1.0 %y = Add(%x, %c) }");
    GraphEditor editor = edit(before);
    editor.replaceUses(v("c"), v("w"));
    editor.replaceUses(v("x"), v("w"));
    assertBuilds(
        before, editor, "graph(%x, %w) -> (%x, %c, %y) { const %c: f32[] = 1.0 %y = Add(%w, %w) }");
  }

  private static final String WITH_BRANCHES =
      """
      graph(%c, %x) -> (%y) {
        %a = Identity(%x)
        %y = If(%c) {
          else_branch = graph() -> (%a) {},
          then_branch = graph() -> (%t) { %t = Loop(_, %c) { body = graph(%i, %k) -> (%k, %u) {
            %u = Neg(%a) } } }
        }
      }
      """;

  @Test
  void usesInsideSubgraphsCount() {
    GraphEditor editor = edit(network(WITH_BRANCHES));
    assertThat(editor.users(v("a"))).extracting(Node::id).containsExactly(v("y"));
    assertThat(editor.users(v("u"))).isEmpty();
    assertThat(editor.onlyUser(v("a"))).isPresent();
  }

  @Test
  void capturesAreRenamedAtEveryDepth() {
    Network before = network(WITH_BRANCHES);
    GraphEditor editor = edit(before);
    editor.replaceUses(v("a"), v("x"));
    editor.removeDead(n -> true);
    String expected = WITH_BRANCHES.replace("%a = Identity(%x)", "").replace("%a", "%x");
    assertBuilds(before, editor, expected);
  }

  @Test
  void aSubgraphMayHandOnAnotherCapturedValue() {
    Network outer = network(WITH_BRANCHES);
    Graph branch = outer.graph().nodes().get(1).graphs().findFirst().orElseThrow();
    GraphEditor editor = new GraphEditor(branch, NameSupply.of(outer));
    editor.replaceUses(v("a"), v("x"));
    assertThat(editor.build().outputs()).containsExactly(v("x"));
  }

  @Test
  void replacementsStandWhereTheOldOneStoodInDependencyOrder() {
    Network before = network("graph(%x) -> (%z) { %y = Elu(%x) @ \"elu\" %z = Neg(%y) }");
    GraphEditor editor = edit(before);
    Node old = editor.producer(v("y")).orElseThrow();
    Value middle = editor.fresh("y");
    editor.replace(
        old, Node.of("Relu", List.of(v("x")), middle), Node.of("Exp", List.of(middle), v("y")));
    assertBuilds(
        before,
        editor,
        "graph(%x) -> (%z) {"
            + " %y_1 = Relu(%x) @ \"elu\" %y = Exp(%y_1) @ \"elu\" %z = Neg(%y) }");
  }

  @Test
  void operationsAreSortedWhateverTheOrderOfChanges() {
    Network before = network("graph(%x) -> (%c) { %a = Neg(%x) %b = Neg(%x) %c = Add(%a, %b) }");
    GraphEditor editor = edit(before);
    Node a = editor.producer(v("a")).orElseThrow();
    editor.replace(a, a.withInputs(List.of(v("b"))));
    assertBuilds(
        before, editor, "graph(%x) -> (%c) { %b = Neg(%x) %a = Neg(%b) %c = Add(%a, %b) }");
  }

  @Test
  void deadOperationsGoAlsoInChainsAndUnlessTheyAreKept() {
    Network before =
        network(
            """
            graph(%x) -> (%y) {
              const %w: f32[] = 1.0
              %a = Add(%x, %w)
              %b = Neg(%a)
              %c = RandomNormalLike(%x)
              %d = Neg(%c)
              %y = Relu(%x)
            }
            """);
    GraphEditor editor = edit(before);
    editor.removeDead(n -> !n.is("RandomNormalLike"));
    assertBuilds(before, editor, "graph(%x) -> (%y) { %c = RandomNormalLike(%x) %y = Relu(%x) }");
  }

  @Test
  void deadOperationsGoAlsoAmongReplacementsThatWereChanged() {
    Network before = network("graph(%x) -> (%y) { %a = Elu(%x) %y = Relu(%x) }");
    GraphEditor editor = edit(before);
    Node old = editor.producer(v("a")).orElseThrow();
    editor.replace(
        old, Node.of("Neg", List.of(v("x")), v("n")), Node.of("Exp", List.of(v("n")), v("a")));
    Node exp = editor.producer(v("n")).orElseThrow();
    editor.replace(exp, exp.with("k", Attribute.of(1)));
    editor.removeDead(n -> true);
    assertBuilds(before, editor, "graph(%x) -> (%y) { %y = Relu(%x) }");
  }

  @Test
  void aValueHasOneDefinition() {
    GraphEditor editor = edit(network("graph(%x) -> (%y) { %a = Elu(%x) %y = Relu(%a) }"));
    Node relu = editor.producer(v("y")).orElseThrow();
    assertThatThrownBy(() -> editor.replace(relu, Node.of("Exp", List.of(v("x")), v("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%a is already computed by %a = Elu(%x)");
    assertThatThrownBy(() -> editor.remove(relu))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not in the graph: %y = Relu(%a)");
  }

  @Test
  void aCycleIsOurMistake() {
    GraphEditor editor = edit(network("graph(%x) -> (%y) { %a = Elu(%x) %y = Relu(%a) }"));
    Node elu = editor.producer(v("a")).orElseThrow();
    editor.replace(elu, elu.withInputs(List.of(v("y"))));
    assertThatThrownBy(editor::build).isInstanceOf(CompilerBug.class).hasMessageContaining("cycle");
  }

  @Test
  void factsOfValuesThatAreGoneGoToo() {
    Network before =
        network(
            "graph(%x) -> (%y) { const %w: f32[] = 1.0 @ \"w\" %a: f32[] = Add(%x, %w) @ \"n\""
                + " %y = Relu(%x) }");
    GraphEditor editor = edit(before);
    editor.removeDead(n -> true);
    assertBuilds(before, editor, "graph(%x) -> (%y) { %y = Relu(%x) }");
  }

  @Test
  void changesInLargeGraphsTakeTimeInProportion() {
    int size = 100_000;
    List<Node> nodes = new ArrayList<>();
    List<Value> all = new ArrayList<>();
    Value last = v("x");
    for (int i = 0; i < size; i++) {
      Value next = v("i" + i);
      nodes.add(Node.of(i % 2 == 0 ? "Neg" : "Identity", List.of(last), next));
      all.add(next);
      last = next;
    }
    Node sum = Node.of("Sum", all, v("y"));
    nodes.add(sum);
    Network network = chain(nodes);
    Network after =
        Assertions.assertTimeout(
            Duration.ofSeconds(20), () -> network.withGraph(withoutIdentities(network, sum)));
    assertThat(after.graph().nodes()).hasSize(size / 2 + 1);
    assertThat(NetworkVerifier.verify(after)).isEmpty();
  }

  private static Network chain(List<Node> nodes) {
    Graph graph =
        new Graph(
            "", List.of(v("x")), List.of(v("y")), Map.of(), nodes, Map.of(), Map.of(), Blob.EMPTY);
    return new Network(graph, List.of(), Map.of("", 17), Network.Header.PNNC);
  }

  /** The sum of everything is cut down first: each change of it touches all its inputs. */
  private static Graph withoutIdentities(Network network, Node sum) {
    GraphEditor editor = edit(network);
    editor.replace(sum, Node.of("Sum", List.of(sum.inputs().get(sum.inputs().size() - 1)), v("y")));
    for (Node node : editor.nodes()) {
      if (node.is("Identity")) {
        Node now = editor.producer(node.output()).orElseThrow();
        editor.replaceUses(now.output(), now.input(0));
      }
    }
    editor.removeDead(n -> n.is("Identity"));
    return editor.build();
  }

  @Test
  void anOperationMayHaveVeryManyInputs() {
    List<Node> nodes = new ArrayList<>();
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      all.add(v("i" + i));
      nodes.add(Node.of("Neg", List.of(v("x")), v("i" + i)));
    }
    nodes.add(Node.of("Sum", all, v("y")));
    Network network = chain(nodes);
    Graph built = Assertions.assertTimeout(Duration.ofSeconds(20), () -> edit(network).build());
    assertThat(built.equals(network.graph())).isTrue();
  }
}
