package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import life.actor.LifeActor.Tick;
import life.being.LifecycleHooks;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import org.apache.pekko.actor.testkit.typed.javadsl.TestKitJunitResource;
import org.awaitility.Awaitility;
import org.junit.ClassRule;
import org.junit.Test;
import org.scalatestplus.junit.JUnitSuite;

@SuppressWarnings("serial") // JUnitSuite is serializable; nobody serializes a test
public class HooksTest extends JUnitSuite {
  @ClassRule
  public static final TestKitJunitResource KIT = new TestKitJunitResource(ActorWorld.config());

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  @Test
  public void hooksRunOnDurableFactsAndAFailingOneHarmsNobody() {
    KIT.spawn(HookRunner.create(List.of(failing(), recording())));
    var world = new ActorWorld(KIT);
    var ada = world.born("hooked");
    ada.tell(new Tick(86_400 * 9, null));
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> heard.contains("died"));
    assertThat(List.copyOf(heard)).containsExactly("born", "degraded", "died");
    assertThat(world.state("hooked").isAlive()).isFalse();
  }

  @Test
  public void aHookOnTheClassPathIsFound() {
    assertThat(HookRunner.found()).hasExactlyElementsOfTypes(FoundHook.class);
  }

  /** Found by the service loader, as a user's hook would be. */
  public static final class FoundHook implements LifecycleHooks {}

  private static LifecycleHooks failing() {
    return new LifecycleHooks() {
      @Override
      public void onBirth(Alive being) {
        throw new IllegalStateException("this hook fails on purpose");
      }
    };
  }

  private LifecycleHooks recording() {
    return new LifecycleHooks() {
      @Override
      public void onBirth(Alive being) {
        heard.add("born");
      }

      @Override
      public void onDegrade(Alive being) {
        heard.add("degraded");
      }

      @Override
      public void onDeath(Dead being) {
        heard.add("died");
      }
    };
  }
}
