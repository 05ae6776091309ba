package footing.checklist;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The checklist as a PDF: A4, tagged for assistive technology (PDF/UA-1), fit to be archived (PDF/A-2a), its fonts
 * inside. The same checklist gives the same bytes.
 */
public final class ChecklistPdf {

    /** Held, since a level that is set on a logger nobody holds is forgotten. */
    private static final Logger MAKER = Logger.getLogger("com.openhtmltopdf");

    static {
        MAKER.setLevel(Level.WARNING);
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private ChecklistPdf() {
    }

    /**
     * @param out where the file goes; it is not closed
     */
    public static void write(Checklist checklist, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Footing " + checklist.about().version());
        // Nothing is ever fetched, whatever a name in the account looks like.
        builder.useExternalResourceAccessControl((uri, type) -> false,
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, type) -> false,
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withW3cDocument(document(Glyphs.covered(Page.draw(checklist, css(), true))), "");
        try (PDDocument pdf = new PDDocument()) {
            builder.usePDDocument(pdf);
            fonts(builder, pdf);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                PdfDates.set(pdf, checklist.about().at());
                pdf.save(out);
            }
        }
    }

    private static String css() {
        return Page.text("page.css") + Page.text("paper.css");
    }

    private static void fonts(PdfRendererBuilder builder, PDDocument pdf) throws IOException {
        font(builder, pdf, "NotoSans-Regular", "Text", 400);
        font(builder, pdf, "NotoSans-SemiBold", "Text", 600);
        font(builder, pdf, "NotoSansMono-SemiCondensed", "Mono", 400);
        font(builder, pdf, "DroidSansFallback", "Fallback", 400);
        font(builder, pdf, "shapes", "Shapes", 400);
    }

    /** Without ligatures: lines are measured without them, and looking for them takes as long as all the rest. */
    private static void font(PdfRendererBuilder builder, PDDocument pdf, String name, String family, int weight)
            throws IOException {
        try (InputStream file = Page.open("fonts/" + name + ".ttf")) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            builder.useFont(new PDFontSupplier(PDType0Font.load(pdf, font, true)), family, weight, FontStyle.NORMAL,
                    true);
        }
    }

    private static Document document(String page) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The page of the checklist is not well-formed: " + e.getMessage(), e);
        }
    }
}
