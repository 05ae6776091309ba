package footing.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChecklistHtmlTest {

    @Test
    void page_needsNothingBesideIt() {
        String page = ChecklistHtml.render(Samples.ordinary());
        assertThat(page).startsWith("<!DOCTYPE html>")
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain(" src=")
                .doesNotContain("SHAPES");
        assertThat(Pattern.compile("url\\((?!data:)").matcher(page).find()).isFalse();
        assertThat(Pattern.compile("href=\"(?!#)").matcher(page).find()).isFalse();
    }

    @Test
    void hostileText_staysText() {
        assertThat(ChecklistHtml.render(Samples.hostile())).doesNotContain("<script")
                .contains("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;");
    }

    @Test
    void page_tellsWhenAccessWasLastUsed() {
        assertThat(ChecklistHtml.render(Samples.ordinary())).contains("<h2 id=\"last-used\">When access was last used",
                "2025-12-01 08:00:00 UTC, 90 days ago", "never; switched off", "And 7 users more",
                "credential report of 2026-03-01 08:00:00 UTC.");
    }

    @Test
    void practiceAccount_isMarked_andOnlyIt() throws IOException {
        assertThat(ChecklistHtml.render(Samples.ordinary())).contains("Practice account: this is not AWS");
        assertThat(ChecklistHtml.render(Samples.of("1", "p", "f", "v", java.util.Optional.empty())))
                .doesNotContain("Practice account");
    }

    @Test
    void sameChecklist_isSamePage() {
        assertThat(ChecklistHtml.render(Samples.ordinary())).isEqualTo(ChecklistHtml.render(Samples.ordinary()));
    }
}
