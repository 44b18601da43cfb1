package life.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {
  private static final long SECOND = 1_000_000_000L;

  private final Allowance allowance = new Allowance(100);

  @Test
  void aClientMayAskAsOftenAsItMayAtOnceAndThenHasToWait() throws UnknownHostException {
    var client = InetAddress.getByName("10.0.0.1");
    for (int i = 0; i < 100; i++) {
      assertThat(allowance.take(client, 0)).isEqualTo(new Allowance.Quota(true, 99 - i, 1));
    }
    assertThat(allowance.take(client, 0)).isEqualTo(new Allowance.Quota(false, 0, 1));
    assertThat(allowance.take(client, SECOND / 100).isGranted()).isTrue();
    assertThat(allowance.take(client, SECOND / 100).isGranted()).isFalse();
  }

  @Test
  void oneClientTakesNothingFromAnother() throws UnknownHostException {
    var greedy = InetAddress.getByName("10.0.0.1");
    while (allowance.take(greedy, 0).isGranted()) {
      // until it has used up all
    }
    assertThat(allowance.take(InetAddress.getByName("10.0.0.2"), 0).isGranted()).isTrue();
  }

  @Test
  void theAddressesOfOneNetworkOfIpv6AreOneClient() throws UnknownHostException {
    while (allowance.take(InetAddress.getByName("2001:db8::1"), 0).isGranted()) {
      // until it has used up all
    }
    assertThat(allowance.take(InetAddress.getByName("2001:db8::2"), 0).isGranted()).isFalse();
    assertThat(allowance.take(InetAddress.getByName("2001:db8:0:1::1"), 0).isGranted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverMoreThanTheBurstAndTheRateInAnySpanOfTime(long seed) throws UnknownHostException {
    var random = new Random(seed);
    var client = InetAddress.getByName("10.0.0.1");
    long now = 0;
    long granted = 0;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextLong(SECOND / 50);
      granted += allowance.take(client, now).isGranted() ? 1 : 0;
    }
    assertThat(granted)
        .as("seed %d", seed)
        .isLessThanOrEqualTo(100 + now / (SECOND / 100))
        .isGreaterThan(19_000 / 2);
  }
}
