package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import life.http.Described.Operation;
import life.http.gate.Access;
import life.http.gate.Right;
import life.http.problem.ProblemType;
import life.journal.FactFormat;
import life.observe.SignKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document and the program say the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheDocumentTest {
  private static final Pattern KNOWN = Pattern.compile("; known: (.*)$");

  /** Schemas to which others add, or whose fields are names. */
  private static final Set<String> OPEN =
      Set.of("FactFields", "StateFields", "ObservationFields", "CloudEvent");

  private OpenHouse house;
  private List<Endpoint> table = List.of();

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7}");
    var lives = new LifeEndpoints(house.service());
    table =
        new ArrayList<>(
            HttpServer.ofTheLiving(house.service(), lives, StreamEndpoints.Limits.STANDARD));
    table.addAll(HttpServer.ofThePast(house.service(), lives, new Works()));
  }

  @AfterAll
  void close() {
    house.close();
  }

  private static List<Operation> operations() {
    return Described.operations().stream().filter(op -> !op.isOfSecondListener()).toList();
  }

  private Endpoint endpoint(Operation operation) {
    return table.stream()
        .filter(e -> e.method().equals(operation.method()) && e.template().equals(operation.path()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatCanBeDoneIsWhatIsDescribed() {
    assertThat(operations().stream().map(Operation::toString))
        .containsExactlyInAnyOrderElementsOf(
            table.stream().map(e -> e.method() + " " + e.template()).toList());
  }

  @Test
  void whatTheSecondListenerAnswersIsAsDescribed() {
    var described = Described.operations().stream().filter(Operation::isOfSecondListener).toList();
    var all = new OperationEndpoints(house.service(), Runnable::run).all();
    assertThat(described.stream().map(Operation::path))
        .containsExactlyElementsOf(all.stream().map(Endpoint::template).toList());
    var access = new Access(house.token(), Optional.empty(), false, Set.of(), 0);
    var listener =
        HealthServer.bind(house.service(), access, "127.0.0.1", 0).toCompletableFuture().join();
    var address = URI.create("http://127.0.0.1:" + listener.localAddress().getPort());
    for (var operation : described) {
      var usual = Try.usual(operation, house);
      assertThat(usual.sentTo(address).status()).as(operation.toString()).isIn(200, 503);
      assertThat(usual.asking("x=1").sentTo(address).status()).isEqualTo(400);
      assertThat(usual.with("Host", "life.example").sentTo(address).status()).isEqualTo(421);
      assertThat(usual.with("Origin", "http://life.example").sentTo(address).status())
          .isEqualTo(403);
      assertThat(usual.with("Authorization", "Bearer x").sentTo(address).status()).isEqualTo(401);
    }
  }

  @Test
  void eachOperationNeedsTheRightThatIsDescribed() {
    for (var operation : operations()) {
      var right = endpoint(operation).right();
      assertThat(operation.right()).as(operation.toString()).isEqualTo(right.word());
      assertThat(operation.alwaysNeedsToken())
          .as(operation.toString())
          .isEqualTo(right == Right.OPERATE);
    }
  }

  @Test
  void eachOperationTakesTheBodiesThatAreDescribed() {
    for (var operation : operations()) {
      assertThat(operation.mediaTypes())
          .as(operation.toString())
          .containsExactlyInAnyOrderElementsOf(endpoint(operation).intake().mediaTypes());
    }
  }

  @Test
  void eachOperationKnowsTheParametersThatAreDescribed() {
    for (var operation : operations()) {
      var target = operation.examplePath() + "?no-such-parameter=1";
      var reply = operation.method().equals("GET") ? house.get(target) : sent(operation, target);
      assertThat(reply.status()).as(target).isEqualTo(400);
      var known = KNOWN.matcher(reply.json().path("detail").asText());
      assertThat(known.find() ? Set.of(known.group(1).split(", ", -1)) : Set.<String>of())
          .as(operation.toString())
          .isEqualTo(
              operation.parameters("query").stream()
                  .map(Described.Parameter::name)
                  .collect(Collectors.toSet()));
    }
  }

  private OpenHouse.Reply sent(Operation operation, String target) {
    var type = operation.mediaTypes().stream().findFirst().orElse("application/json");
    var body = operation.exampleBody().map(JsonNode::toString).orElse("{}");
    return house.send(
        house
            .request(target)
            .header("Content-Type", type)
            .method(operation.method(), BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void theWordsAreThoseOfTheProgram() {
    assertThat(Described.values("/components/schemas/Problem/properties/type/enum"))
        .containsExactlyElementsOf(Stream.of(ProblemType.values()).map(ProblemType::path).toList());
    assertThat(Described.values("/components/schemas/FactType/enum"))
        .containsExactlyElementsOf(FactFormat.factTypes());
    assertThat(Described.values("/components/schemas/SignKind/enum"))
        .containsExactlyElementsOf(Arrays.stream(SignKind.values()).map(SignKind::word).toList());
    assertThat(Described.values("/paths/~1docs~1{asset}/parameters/0/schema/enum"))
        .allSatisfy(asset -> assertThat(house.get("/docs/" + asset).status()).isEqualTo(200));
  }

  @Test
  void eachFactHasASchemaOfItsOwn() {
    var types =
        Described.at("/components/schemas/Fact/oneOf")
            .valueStream()
            .map(Described::resolved)
            .map(schema -> schema.at("/properties/type/const").asText())
            .toList();
    assertThat(types).containsExactlyElementsOf(FactFormat.factTypes());
  }

  @Test
  void nothingMayBeAddedToWhatTheServerAnswers() {
    var open = new TreeSet<String>();
    Described.schemas().forEach((name, schema) -> collectOpen(name, schema, open));
    open.removeAll(OPEN);
    assertThat(open).isEmpty();
  }

  private static void collectOpen(String name, JsonNode schema, Set<String> open) {
    if (schema.has("properties")
        && !schema.has("additionalProperties")
        && !schema.has("unevaluatedProperties")) {
      open.add(name);
    }
    if (schema.isContainerNode()) {
      schema.forEach(part -> collectOpen(name, part, open));
    }
  }

  @Test
  void whatIsDefinedIsUsed() {
    var used = new HashSet<String>();
    var references = Pattern.compile("#/components/([A-Za-z]+/[A-Za-z]+)").matcher(Described.TEXT);
    while (references.find()) {
      used.add(references.group(1));
    }
    // Messages of the channel, which OpenAPI can only name in words.
    used.addAll(Set.of("schemas/Said", "schemas/Heard"));
    assertThat(Described.defined()).isSubsetOf(used);
  }

  @Test
  void theExamplesFit() {
    for (var operation : Described.operations()) {
      operation
          .node()
          .path("responses")
          .properties()
          .forEach(response -> theExamplesFit(operation, response));
    }
  }

  private static void theExamplesFit(Operation operation, Map.Entry<String, JsonNode> response) {
    int status = Integer.parseInt(response.getKey());
    var content = Described.resolved(response.getValue()).path("content");
    for (var media : content.properties()) {
      for (var example : Described.examples(media.getValue())) {
        var answered =
            new Fitting.Answered(
                status,
                Map.of("Content-Type", List.of(media.getKey())),
                Described.written(example));
        assertThat(Fitting.ofBody(answered, operation))
            .as("%s %s: %s", operation, status, example)
            .isEmpty();
      }
    }
  }

  @Test
  void itIsServedWithTheVersionOfTheProgram() {
    var reply = house.get("/openapi.yaml");
    assertThat(reply.header("Content-Type")).isEqualTo("application/yaml");
    assertThat(reply.response().body())
        .contains("\n  version: 'test'\n")
        .hasSameSizeAs(Described.TEXT.replaceFirst("\n  version: .*\n", "\n  version: 'test'\n"));
  }
}
