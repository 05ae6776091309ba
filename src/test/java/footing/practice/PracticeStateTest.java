package footing.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PracticeStateTest {

    private final PracticeAccount begun = Practice.scenario("fresh", java.time.InstantSource.system());
    private final List<PracticeAccount> kept = new ArrayList<>();
    private final PracticeState state = new PracticeState(begun, kept::add, "id");

    private static UnaryOperator<PracticeAccount> alias(String alias) {
        return (account) -> account.withIam((iam) -> new IamState(iam.root(), iam.passwordPolicy(),
                Optional.of(alias), iam.roles(), iam.users(), iam.groups(), iam.virtualMfaDevices(),
                iam.samlProviders(), iam.openIdConnectProviders(), iam.providers()));
    }

    private static Optional<String> alias(PracticeAccount account) {
        return account.iam().alias();
    }

    @Test
    void change_isKept_beforeItIsSeen() {
        state.update(alias("one"));

        assertThat(kept).singleElement().isEqualTo(state.read());
        assertThat(alias(state.read())).contains("one");
    }

    @Test
    void change_isNotMade_whenItCannotBeKept() {
        PracticeState full = new PracticeState(begun, (account) -> {
            throw new PracticeException("the disk is full");
        }, "id");

        assertThatThrownBy(() -> full.update(alias("one"))).hasMessage("the disk is full");
        assertThat(full.read()).isEqualTo(begun);
        full.update((account) -> account);
        assertThat(full.read()).isEqualTo(begun);
    }

    @Test
    void changes_areOne_whenTheyAreMadeTogether() {
        List<Optional<String>> seen = new ArrayList<>();

        state.together(() -> {
            state.update(alias("one"));
            seen.add(alias(state.read()));
            seen.add(CompletableFuture.supplyAsync(() -> alias(state.read())).join());
            return state.update(alias("two"));
        });

        assertThat(seen).containsExactly(Optional.of("one"), Optional.empty());
        assertThat(kept).hasSize(1);
        assertThat(alias(state.read())).contains("two");
    }

    @Test
    void noneOfTheChanges_isMade_whenOneOfThemFails() {
        assertThatThrownBy(() -> state.together(() -> {
            state.update(alias("one"));
            throw new IllegalStateException("half-way");
        })).hasMessage("half-way");

        assertThat(kept).isEmpty();
        assertThat(state.read()).isEqualTo(begun);
        state.update(alias("three"));
        assertThat(alias(state.read())).contains("three");
    }
}
