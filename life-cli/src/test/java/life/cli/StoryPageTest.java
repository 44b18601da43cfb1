package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A life as a page that opens anywhere. */
class StoryPageTest {
  private static final long DAYS = 2 * Told.DAY;
  private static final String EVIL = "</script></style><b onclick=\"x\">'&\u0007\uD83D\uDE00";
  private static final String BRANCHED =
      "{\"life\":\"lea\",\"facts\":[{\"seq\":5,\"tick\":86400,\"age\":\"PT24H\",\"type\":\"branched\","
          + "\"id\":\"lea\",\"parent\":\"ada\",\"words\":\"a life of its own\"}],\"next\":null}";
  private static final String NOBODY = "{\"life\":\"ada\",\"facts\":[],\"next\":null}";
  private static final String WINDOW =
      "{\"life\":\"ada\",\"facts\":{\"count\":123},\"stimuli\":[{\"kind\":\"shock\",\"count\":7,\"meanIntensity\":0.512}],"
          + "\"sleep\":{\"times\":3,\"roused\":1},\"memory\":{\"kept\":9,\"forgotten\":2,\"recalled\":4},"
          + "\"changes\":{\"learned\":5,\"adapted\":6,\"rolledBack\":0,\"degraded\":1,\"recovered\":1}}";
  private static final String TALE =
      "{\"title\":\"Ada\",\"paragraphs\":[{\"title\":\"day 1\",\"statements\":[{\"words\":\"Ada was born.\",\"facts\":[1,2,3,4,5,6,7]}]}]}";

  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @TempDir Path folder;

  @AfterEach
  void closes() {
    server.close();
  }

  private static String life(String name) {
    return "/v1/lives/" + name;
  }

  private static String state(String name) {
    return Ada.ALIVE
        .replace("\"ada\"", "\"" + name + "\"")
        .replace(
            "\"long\":[{}]",
            "\"long\":[{\"id\":9,\"kind\":\"shock\",\"intensity\":0.9,\"significance\":0.87,\"episodes\":3}]");
  }

  private void serves(String name, ObjectNode series, String observations, String notes) {
    series.put("life", name);
    var head = "&at=seq:123";
    server
        .on("GET " + life(name), state(name))
        .on("GET " + life(name) + "/series?buckets=2000&to=seq:123", series.toString())
        .on("GET " + life(name) + "/windows?of=life" + head, WINDOW)
        .on("GET " + life(name) + "/tell?of=life" + head, TALE)
        .on("GET " + life(name) + "/observations?limit=1000" + head + "&after=0", observations)
        .on("GET " + life(name) + "/facts?limit=1&after=8", Ada.facts("10", 9))
        .on("GET " + life(name) + "/facts?after=0&limit=100&kind=branched", NOBODY)
        .on(
            "GET " + life(name) + "/notes",
            "{\"life\":\"ada\",\"notes\":[" + notes + "],\"next\":null}");
  }

  private void servesAda() {
    serves(
        "ada",
        Told.life(7, Told.DEFAULT, DAYS),
        Noticed.page(123, 123, "null", Noticed.flood(1, 1, false)),
        NotesTest.note(1, "here it began") + "," + NotesTest.note(4, "one\ntwo"));
  }

  private String page() {
    servesAda();
    return shell.type("export ada --html -").out();
  }

  private static Document parsed(String page)
      throws ParserConfigurationException, IOException, SAXException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page.getBytes(UTF_8)));
  }

  private static List<Element> elements(Document page, String name, String type) {
    var found = new ArrayList<Element>();
    var all = page.getElementsByTagNameNS("*", name);
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element one
          && List.of(one.getAttribute("class").split(" ", -1))
              .containsAll(List.of(type.split(" ", -1)))) {
        found.add(one);
      }
    }
    return found;
  }

  @Test
  void itTellsWhoLivedAndHow() {
    assertThat(page())
        .contains("<h1>ada</h1>", "born 2026-11-22 08:00 UTC", "felt 7m 10s", "1 observation")
        .contains("stimuli", ">alive</b>");
  }

  @Test
  void itNeedsNothingElseAndMayLoadNothing() throws NoSuchAlgorithmException {
    var page = page();
    assertThat(page)
        .doesNotContain("<script", "<link", "<img", "@import", "url(", " style=")
        .doesNotContainPattern("\\son[a-z]+=")
        .contains("default-src 'none'; style-src 'sha256-");
    assertThat(page.replace("http://www.w3.org/", "")).doesNotContain("http:", "https:", "//");
    var style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
    assertThat(page).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
  }

  @Test
  void itIsTheSameForTheSameLife() {
    var first = page();
    assertThat(shell.type("export ada --html -").out()).isEqualTo(first);
  }

  @Test
  void itIsRightAsXmlInEverySize() throws Exception {
    var page = parsed(page());
    assertThat(page.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/1999/xhtml");
    for (var size : List.of("wide", "middle", "narrow")) {
      assertThat(elements(page, "svg", "chart " + size)).hasSize(1);
    }
  }

  @Test
  void eachCourseIsDrawnInEachSizeWithinItsPanel() throws Exception {
    var page = parsed(page());
    for (var vital : List.of("energy", "stability", "integrity", "pace")) {
      var lines =
          elements(page, "path", "course " + vital).stream()
              .filter(line -> line.getAttribute("d").length() > 20)
              .toList();
      assertThat(lines).as(vital).hasSize(3);
    }
    for (var size : ChartSize.values()) {
      var chart = elements(page, "svg", "chart " + size.name().toLowerCase(java.util.Locale.ROOT));
      var all = chart.getFirst().getElementsByTagNameNS("*", "path");
      for (int i = 0; i < all.getLength(); i++) {
        if (all.item(i) instanceof Element line
            && line.getAttribute("class").equals("course energy")) {
          assertThat(StoryChartTest.points(line.getAttribute("d")))
              .allSatisfy(point -> {
                assertThat(point[0]).isBetween((double) size.left, (double) size.right);
                assertThat(point[1]).isBetween(size.top(), size.coursesBottom());
              });
        }
      }
    }
  }

  @Test
  void whatWasOddIsShadedAndMarkedAndTold() throws Exception {
    var text = page();
    var page = parsed(text);
    assertThat(elements(page, "rect", "odd")).hasSize(3 * 2 + 1); // both panels, and the legend
    assertThat(elements(page, "polygon", "warn")).hasSize(3);
    assertThat(text).contains("shock came 12 times within 40 minutes", "warning, until 1h 10m 0s");
  }

  @Test
  void whatItRemembersIsTold() {
    assertThat(page()).contains("shock 0.90", "3 times, mattered 87 %");
  }

  @Test
  void notesStandInTheChartAndBelow() throws Exception {
    var text = page();
    assertThat(text).contains("here it began", "one\ntwo", "13h 54m 0s old, fact 721");
    assertThat(elements(parsed(text), "path", "pin")).hasSize(3 * 2 + 1);
  }

  @Test
  void theStoryAndTheNumbersAreTold() {
    assertThat(page())
        .contains("<h3>day 1</h3>", "Ada was born.", "#1 #2 #3 #4 #5 +2")
        .contains("<td>7</td>", "<td>0.51</td>", "became weak");
  }

  @ParameterizedTest
  @CsvSource({"lea, true", "bob, false"})
  void anotherLifeIsLaidOverIt(String name, boolean isBranch) throws Exception {
    servesAda();
    serves(name, Told.life(8, Told.DEFAULT, DAYS), Noticed.page(1, 1, "null"), "");
    var branched = "GET " + life(name) + "/facts?after=0&limit=100&kind=branched";
    if (isBranch) {
      server.replace(branched, BRANCHED);
    }
    var text = shell.type("export ada --html - --with " + name).out();
    var page = parsed(text);
    assertThat(elements(page, "path", "other energy")).hasSize(3 + 1);
    assertThat(elements(page, "path", "parting")).hasSize(isBranch ? 3 : 0);
    assertThat(text)
        .contains(isBranch ? "What if: lea" : "Beside bob")
        .contains("<th scope=\"col\">" + name + "</th>");
    if (isBranch) {
      var line = elements(page, "path", "course other energy").get(1).getAttribute("d");
      var size = ChartSize.WIDE;
      assertThat(StoryChartTest.points(line).getFirst()[0])
          .isCloseTo((size.left + size.right) / 2.0, within(2.0));
      assertThat(text).contains("until 1d, tick 86400");
    }
  }

  @Test
  void whateverStandsInALifeIsShownAndDoesNothing() throws Exception {
    var series = Told.life(7, Told.DEFAULT, DAYS);
    for (var bucket : series.path("buckets")) {
      ((ObjectNode) bucket).putObject("strongest").put("kind", EVIL).put("intensity", 1);
    }
    var odd = Noticed.flood(1, 1, false).replace("shock came 12 times", "<i>odd</i>");
    serves("ada", series, Noticed.page(1, 1, "null", odd), NotesTest.note(1, EVIL));
    var text = shell.type("export ada --html -").out();
    assertThat(text).doesNotContain("<b onclick", "<i>", "\u0007", "</script>");
    assertThat(text.split("</style>", -1)).hasSize(2);
    var page = parsed(text);
    var note = elements(page, "ol", "notes").getFirst().getTextContent();
    assertThat(note).contains("</script></style><b onclick=\"x\">'&?\uD83D\uDE00");
  }

  @Test
  void whereTheMonitorIsOffTheRestIsTold() {
    serves("ada", Told.life(7, Told.DEFAULT, DAYS), "{}", "");
    for (var path :
        List.of(
            "windows?of=life&at=seq:123",
            "tell?of=life&at=seq:123",
            "observations?limit=1000&at=seq:123&after=0")) {
      server.replaceByRefusal("GET " + life("ada") + "/" + path, 503, "monitor-off");
    }
    var result = shell.type("export ada --html -");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("0 observations").doesNotContain("In numbers", "The story");
  }

  @Test
  void aFileThatIsThereIsLeftAloneUnlessForced() throws IOException {
    servesAda();
    var file = folder.resolve("story.html");
    assertThat(shell.type("export ada --html " + file).err()).contains("ada is written to");
    var before = Files.readString(file);
    Files.writeString(file, "mine");
    var refused = shell.type("export ada --html " + file);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("is there already", "--force");
    assertThat(file).hasContent("mine");
    assertThat(shell.type("export ada --force --json --html " + file).out())
        .contains("\"format\":\"html\"");
    assertThat(file).hasContent(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export ada",
        "export ada --html",
        "export ada --html - -o x.life",
        "export ada -o x.life --with lea",
        "export ada --html - --format csv",
        "export ada --html - --with ada"
      })
  void whatIsNotSaidClearlyIsNotDone(String command) {
    servesAda();
    assertThat(shell.type(command).exit()).isEqualTo(2);
  }

  @Test
  void aNameThatIsNearlyRightIsGuessed() {
    server.refuse("GET " + life("ade"), 404, "unknown-life", "There is no life 'ade'", "");
    server.on("GET /v1/lives", Ada.LIVES);
    var result = shell.type("export ade --html -");
    assertThat(result.exit()).isEqualTo(Exit.NO_SUCH_LIFE.code());
    assertThat(result.err()).contains("did you mean \"ada\"?");
  }
}
