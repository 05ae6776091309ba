package footing.cli;

import footing.account.Region;
import footing.aws.KnownRegions;
import footing.text.Texts;
import footing.text.Visible;
import java.util.List;
import java.util.Map;

/** Regions as people type them, told before anything is asked. */
final class RegionNames {

    private static final Texts TEXTS = Texts.of("cli");

    private RegionNames() {
    }

    /**
     * @param field the option, or the key of the file, that names it
     * @throws CommandException where there is no such Region
     */
    static Region read(String field, String typed) {
        String id = typed.strip();
        if (KnownRegions.ids().contains(id)) {
            return new Region(id);
        }
        String meant = Near.to(id, KnownRegions.ids())
                .map((known) -> " " + TEXTS.get("options.meant", Map.of("word", known)))
                .orElse("");
        throw CommandException.wrongUse(TEXTS.get("options.region",
                Map.of("option", field, "value", Visible.line(id, 60))) + meant);
    }

    /**
     * Sees to it that Regions can be of one account.
     *
     * @param field what names the others
     */
    static void inOnePartition(String field, Region home, List<Region> others) {
        others.stream().filter((one) -> one.partition() != home.partition()).findFirst().ifPresent((one) -> {
            throw CommandException.wrongUse(TEXTS.get("options.partitions",
                    Map.of("field", field, "home", home.id(), "other", one.id())));
        });
    }
}
