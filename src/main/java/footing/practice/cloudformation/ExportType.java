package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DOCUMENT;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import com.fasterxml.jackson.databind.JsonNode;
import footing.practice.service.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.bcmdataexports.model.ResourceTag;

/** {@code AWS::BCMDataExports::Export}. */
final class ExportType implements ResourceType {

    private static final Shape.Fields DESTINATION = fields(
            required("S3Destination",
                    fields(required("S3Bucket", TEXT), required("S3Prefix", TEXT), required("S3Region", TEXT),
                            required("S3OutputConfigurations",
                                    fields(required("Compression", TEXT), required("Format", TEXT),
                                            required("OutputType", TEXT), required("Overwrite", TEXT))))));

    private static final Shape.Fields PROPERTIES = fields(
            required("Export",
                    fields(required("Name", TEXT).replacing(), optional("Description", TEXT),
                            required("DataQuery",
                                    fields(required("QueryStatement", TEXT),
                                            optional("TableConfigurations", DOCUMENT))),
                            required("DestinationConfigurations", DESTINATION),
                            required("RefreshCadence", fields(required("Frequency", TEXT))).replacing())),
            optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::BCMDataExports::Export", PROPERTIES)
            .giving("ExportArn")
            .tagged(Tagging.SYSTEM);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        return exports(request).createExport(
                (call) -> call.export(export(request)).resourceTags(tags(request.tags()))).exportArn();
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            exports(request)
                    .updateExport((call) -> call.exportArn(request.physicalId()).export(export(request)));
            request.retag((keys) -> exports(request)
                    .untagResource((call) -> call.resourceArn(request.physicalId()).resourceTagKeys(keys)),
                    (tags) -> exports(request).tagResource(
                            (call) -> call.resourceArn(request.physicalId()).resourceTags(tags(tags))));
        }
    }

    private static Export export(Request request) {
        Properties asked = request.properties().part("Export").orElseThrow();
        Properties query = asked.part("DataQuery").orElseThrow();
        Properties s3 = asked.part("DestinationConfigurations")
                .flatMap((destination) -> destination.part("S3Destination"))
                .orElseThrow();
        Properties output = s3.part("S3OutputConfigurations").orElseThrow();
        Export.Builder export = Export.builder()
                .name(asked.needed("Name"))
                .dataQuery((one) -> one.queryStatement(query.needed("QueryStatement"))
                        .tableConfigurations(tables(query.node().path("TableConfigurations"))))
                .destinationConfigurations((all) -> all.s3Destination((one) -> one.s3Bucket(s3.needed("S3Bucket"))
                        .s3Prefix(s3.needed("S3Prefix"))
                        .s3Region(s3.needed("S3Region"))
                        .s3OutputConfigurations((file) -> file.compression(output.needed("Compression"))
                                .format(output.needed("Format"))
                                .outputType(output.needed("OutputType"))
                                .overwrite(output.needed("Overwrite")))))
                .refreshCadence((one) -> one.frequency(
                        asked.part("RefreshCadence").orElseThrow().needed("Frequency")));
        asked.text("Description").ifPresent(export::description);
        return export.build();
    }

    private static Map<String, Map<String, String>> tables(JsonNode node) {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        for (Map.Entry<String, JsonNode> table : node.properties()) {
            Map<String, String> settings = new TreeMap<>();
            table.getValue().properties().forEach((entry) -> settings.put(entry.getKey(), entry.getValue().asText()));
            tables.put(table.getKey(), settings);
        }
        return tables;
    }

    private static List<ResourceTag> tags(Map<String, String> tags) {
        return Tags.list(tags, (key, value) -> ResourceTag.builder().key(key).value(value).build());
    }

    @Override
    public void delete(Request request) {
        exports(request).deleteExport((call) -> call.exportArn(request.physicalId()));
    }

    private static BcmDataExportsClient exports(Request request) {
        return request.site().client(BcmDataExportsClient.class);
    }
}
