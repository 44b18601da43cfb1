package life.http.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class FramingTest {
  private static final String HEAD = " HTTP/1.1\r\nHost: life\r\n";
  private final Framing framing = new Framing(ListenSettings.STANDARD);

  /** Each request of a conversation, as it was passed on in one or more parts. */
  private List<String> requestsIn(String conversation, int[] cuts) {
    var requests = new ArrayList<String>();
    int from = 0;
    for (int cut : cuts) {
      var step = framing.take(ByteString.fromString(conversation.substring(from, cut)));
      from = cut;
      add(requests, step);
      while (framing.hasRest()) {
        add(requests, framing.take(framing.takeRest()));
      }
    }
    return requests;
  }

  private static void add(List<String> requests, Framing.Step step) {
    switch (step) {
      case Framing.Step.More _ -> {}
      case Framing.Step.Begins(var bytes, _) -> requests.add(bytes.utf8String());
      case Framing.Step.GoesOn(var bytes) ->
          requests.add(requests.removeLast() + bytes.utf8String());
      case Framing.Step.Refused(var problem) -> throw problem.asException();
    }
  }

  @RepeatedTest(200)
  void requestsAreToldApartHoweverTheirBytesAreCut() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var requests = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      var body = "GET / HTTP/1.1\r\n\r\n".repeat(random.nextInt(4));
      requests.add(
          "POST /%d%sContent-Length: %d\r\n\r\n%s".formatted(i, HEAD, body.length(), body));
      requests.add("GET /" + i + HEAD + "\r\n");
    }
    var conversation = String.join("", requests);
    int[] cuts =
        IntStream.concat(
                random.ints(random.nextInt(conversation.length()), 1, conversation.length()),
                IntStream.of(conversation.length()))
            .sorted()
            .distinct()
            .toArray();
    assertThat(requestsIn(conversation, cuts)).isEqualTo(requests);
  }

  @Test
  void nothingThatFollowsChunksIsARequestOfItsOwn() {
    var conversation =
        "POST /" + HEAD + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /" + HEAD + "\r\n";
    assertThat(requestsIn(conversation, new int[] {60, 90, conversation.length()})).hasSize(1);
  }

  @Test
  void aHeadIsPassedOnWithTheBodyThatCameWithIt() {
    var request = "POST /" + HEAD + "Content-Length: 3\r\n\r\nabc";
    assertThat(framing.take(ByteString.fromString(request)))
        .isEqualTo(new Framing.Step.Begins(ByteString.fromString(request), false));
    assertThat(framing.isInBody()).isFalse();
    assertThat(framing.isInHead()).isFalse();
  }
}
