package footing.checklist;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import footing.baseline.Status;
import footing.text.StatusLook;
import footing.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one page that both printouts are: well-formed XML, so that it is HTML to a browser and a document to the PDF
 * maker. Everything that is put into it is escaped.
 */
final class Page {

    private static final String LABEL = "label.";

    /** A status and what it means, for the key to the shapes. */
    record Legend(StatusLook look, String word) {
    }

    private Page() {
    }

    /**
     * @param css the style sheet, which is ours
     * @param paper whether the page has running heads and bookmarks of its own
     */
    static String draw(Checklist checklist, String css, boolean paper) {
        Map<String, Object> page = new HashMap<>();
        page.put("lang", Locale.getDefault(Locale.Category.DISPLAY).getLanguage());
        page.put("title", checklist.title());
        page.put("css", css);
        page.put("print", paper);
        page.put("label", labels());
        page.put("legend", legend());
        page.put("about", checklist.about());
        page.put("counts", checklist.counts());
        page.put("parts", checklist.parts());
        page.put("lastUsed", checklist.lastUsed());
        page.put("practices", checklist.practices());
        page.put("made", checklist.made());
        page.put("hasMade", checklist.hasMade());
        page.put("missing", checklist.missing());
        page.put("hasMissing", checklist.hasMissing());
        page.put("hidden", checklist.hidden());
        page.put("hasHidden", checklist.hasHidden());
        page.put("byHand", checklist.byHand());
        page.put("hasByHand", checklist.hasByHand());
        return template().execute(page);
    }

    private static Template template() {
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .withCollector(new Values())
                .compile(text("checklist.mustache"));
    }

    /** What may be there is drawn once, or not at all. */
    private static final class Values extends DefaultCollector {
        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    }

    private static Map<String, String> labels() {
        Texts texts = Texts.of("checklist");
        Map<String, String> labels = new HashMap<>();
        texts.keys()
                .stream()
                .filter((key) -> key.startsWith(LABEL))
                .forEach((key) -> labels.put(key.substring(LABEL.length()), texts.get(key)));
        return labels;
    }

    private static List<Legend> legend() {
        Texts texts = Texts.of("checklist");
        return Arrays.stream(Status.values())
                .map((status) -> new Legend(StatusLook.of(status),
                        texts.get("legend." + StatusLook.of(status).wordKey())))
                .toList();
    }

    static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    static InputStream open(String resource) {
        return Objects.requireNonNull(Page.class.getResourceAsStream(resource), resource);
    }

    static byte[] bytes(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
