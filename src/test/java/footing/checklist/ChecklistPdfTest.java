package footing.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class ChecklistPdfTest {

    @Test
    void sameChecklist_isSameFile() throws IOException {
        assertThat(pdf(Samples.ordinary())).isEqualTo(pdf(Samples.ordinary()));
    }

    @Test
    void everyPage_saysWhoseItIsAndWhenAndWhichPage() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(Samples.ordinary()))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).contains("Account 111122223333 · example-prod")
                        .contains("Printed 2026-03-01 09:31:07 UTC")
                        .contains("Page " + page + " of " + pdf.getNumberOfPages())
                        .contains("Practice account: this is not AWS");
            }
        }
    }

    @Test
    void file_isTaggedAndItsFontsAreInside() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(Samples.ordinary()))) {
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Footing checklist 111122223333");
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = PDFAFlavour.class, names = {"PDFA_2_A", "PDFUA_1"})
    void file_keepsToTheStandard(PDFAFlavour standard) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (Checklist checklist : List.of(Samples.ordinary(), Samples.hostile())) {
            try (
                    PDFAParser parser = Foundries.defaultInstance()
                            .createParser(new ByteArrayInputStream(pdf(checklist)), standard);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
                assertThat(validator.validate(parser).getTestAssertions())
                        .extracting((failed) -> failed.getRuleId().getClause() + " " + failed.getMessage())
                        .isEmpty();
            }
        }
    }

    @Test
    void hostileText_isShownAsItIs_andNeverClipped() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(Samples.hostile()))) {
            String text = text(pdf, 1, pdf.getNumberOfPages()).replaceAll("\\s", "");
            assertThat(text).contains("</td><script>alert(1)</script>&amp;\"'`{{label.page}}");
            assertThat(text.chars().filter((letter) -> letter == 'W').count()).isGreaterThanOrEqualTo(300 * 14);
        }
    }

    @Test
    void characters_thatNoFontHas_areWrittenByNumber() throws IOException {
        try (
                PDDocument pdf = Loader.loadPDF(
                        pdf(Samples.of("111122223333", "arn", "山田 太郎 Łódź Ωμέγα שלום 😀", "value",
                                java.util.Optional.empty())))) {
            assertThat(text(pdf, 1, pdf.getNumberOfPages())).contains("山田 太郎 Łódź Ωμέγα [U+05E9]")
                    .contains("[U+1F600]")
                    .doesNotContain("Practice account");
        }
    }

    static byte[] pdf(Checklist checklist) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChecklistPdf.write(checklist, out);
        return out.toByteArray();
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        return text(pdf, page, page);
    }

    private static String text(PDDocument pdf, int first, int last) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripper.getText(pdf);
    }
}
