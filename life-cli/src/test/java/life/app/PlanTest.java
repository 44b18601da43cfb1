package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.Map;
import life.being.LawSettings;
import life.cli.Trouble;
import life.world.Weather;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void theFileForPeopleSaysWhatIsBuiltIn() {
    var file = ConfigFactory.parseFile(Path.of("../config/life.conf").toFile()).resolve();
    var builtIn = ConfigFactory.parseResources("reference.conf").resolve().getConfig("life");
    assertThat(file.getConfig("life").entrySet())
        .hasSizeGreaterThan(20)
        .allSatisfy(setting ->
            assertThat(builtIn.getValue(setting.getKey()).unwrapped())
                .as(setting.getKey())
                .isEqualTo(setting.getValue().unwrapped()));
  }

  @Test
  void withoutAnySettingBeingsLiveUnderTheDefaultLaws() {
    var plan = Plan.of(flags(null), Map.of());
    assertThat(plan.laws()).isEqualTo(LawSettings.DEFAULT);
    assertThat(plan.weather()).isEqualTo(Weather.NORMAL);
  }

  @Test
  void aFlagGoesBeforeTheEnvironment() {
    var environment = Map.of("LIFE_WEATHER", "calm");
    assertThat(Plan.of(flags(null), environment).weather()).isEqualTo(Weather.CALM);
    assertThat(Plan.of(flags("storm"), environment).weather()).isEqualTo(Weather.STORM);
  }

  @Test
  void livesAreWatchedUnlessSomebodySaysNo() {
    assertThat(Plan.of(flags(null), Map.of()).monitor()).isTrue();
    assertThat(Plan.of(flags(null), Map.of("LIFE_MONITOR", "off")).monitor()).isFalse();
  }

  @Test
  void aWeatherThatThereIsNotIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> Plan.of(flags(null), Map.of("LIFE_WEATHER", "hail")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("the weather is calm, normal, active or storm, not 'hail'");
  }

  @Test
  void anAddressThatOthersCanReachMustBeWanted() {
    assertThatThrownBy(() -> Plan.of(flags(null), Map.of("LIFE_HOST", "0.0.0.0")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("other machines can reach 0.0.0.0; add --allow-remote");
    assertThat(Plan.of(flags(null), Map.of()).reach().isRemote()).isFalse();
  }

  @Test
  void aHostThatIsNoAddressIsRefused() {
    assertThatThrownBy(() -> Plan.of(flags(null), Map.of("LIFE_HOST", "not.a.host.invalid")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("'not.a.host.invalid' is no address of this machine");
  }

  private static Settings flags(@Nullable String weather) {
    return new Settings(
        null,
        null,
        null,
        null,
        Settings.Address.UNSAID,
        null,
        weather,
        null,
        null,
        null,
        null,
        false);
  }
}
