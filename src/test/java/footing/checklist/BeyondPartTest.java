package footing.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.LogBucket.PublicAccess;
import footing.account.States;
import footing.baseline.Baseline;
import footing.baseline.Beyond;
import footing.baseline.Finding;
import footing.checklist.Checklist.Entry;
import footing.checklist.Checklist.Part;
import footing.choices.ItemId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class BeyondPartTest {

    private static final String LEAD = "They are not counted";
    private static final String LINK = "href=\"#item-s3-public-access-block\"";

    private static Checklist asking(ItemId... beyond) {
        AccountState account = States.fresh().seen(Fact.ACCOUNT_PUBLIC_ACCESS, PublicAccess.NOT_BLOCKED).account();
        LocalDate today = LocalDate.ofInstant(States.NOW, ZoneOffset.UTC);
        List<Finding> findings = Stream.concat(Baseline.judge(account, Map.of(), today).stream(),
                Beyond.judge(account, Set.of(beyond), Map.of(), today).stream()).toList();
        return Checklist.of(account, findings, new Checklist.Printing(States.NOW, "0.1.0", "jo", Optional.empty(),
                Optional.empty(), List.of(), List.of()));
    }

    @Test
    void whatWasAskedFor_standsLast_inAPartThatSaysWhatItIs() {
        Part last = asking(ItemId.S3_PUBLIC_ACCESS_BLOCK).parts().getLast();

        assertThat(last.title()).isEqualTo("Beyond the baseline, not counted");
        assertThat(last.lead()).hasValueSatisfying((lead) -> assertThat(lead).contains(LEAD));
        assertThat(last.isCounted()).isFalse();
        assertThat(last.entries()).extracting(Entry::title, Entry::statusWord)
                .containsExactly(tuple("S3 Block Public Access", "Not met"));
    }

    @Test
    void counts_areThoseOfTheBaseline_whateverIsAskedForBeyondIt() {
        assertThat(asking(ItemId.S3_PUBLIC_ACCESS_BLOCK).counts()).isEqualTo(asking().counts()).isNotEmpty();
    }

    @Test
    void part_isLeftOut_whenNobodyAskedForAnything() {
        assertThat(asking().parts()).isNotEmpty().allMatch(Part::isCounted);
        assertThat(ChecklistHtml.render(asking())).doesNotContain("Beyond the baseline", LEAD);
    }

    @Test
    void summary_namesNoneOfIt_andThePagesTellIt() throws IOException {
        Checklist checklist = asking(ItemId.S3_PUBLIC_ACCESS_BLOCK);
        assertThat(ChecklistHtml.render(checklist)).doesNotContain(LINK)
                .contains("href=\"#item-root-mfa\"", "id=\"item-s3-public-access-block\"", LEAD);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChecklistPdf.write(checklist, out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Beyond the baseline", LEAD,
                    "S3 Block Public Access");
        }
    }
}
