package footing.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import footing.text.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code footing} itself: it holds the options that all commands share, and does nothing alone. */
@Command(name = "footing", mixinStandardHelpOptions = true, resourceBundle = "footing.text.cli",
        versionProvider = Versions.class, sortOptions = false, scope = picocli.CommandLine.ScopeType.INHERIT,
        usageHelpAutoWidth = false)
final class FootingCommand implements Runnable {

    @Mixin private final AccountOptions account = new AccountOptions();

    @Spec private @Nullable CommandSpec spec;

    AccountOptions account() {
        return account;
    }

    @Override
    public void run() {
        CommandSpec known = java.util.Objects.requireNonNull(spec);
        throw new ParameterException(known.commandLine(), Texts.of("cli")
                .get("options.no-command", Map.of("commands", Misuse.commands(known.commandLine()))));
    }
}
