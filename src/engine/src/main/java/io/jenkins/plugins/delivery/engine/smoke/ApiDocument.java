package io.jenkins.plugins.delivery.engine.smoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.oas.OpenApi31;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An OpenAPI document, and its schemas. One that was read by {@link OpenApi} refers to nothing outside of itself, and the
 * validator loads nothing either.
 */
final class ApiDocument implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final int LONGEST = 300;

    private final String json;
    private final boolean version30;
    private final transient Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    ApiDocument(String json, boolean version30) {
        this.json = json;
        this.version30 = version30;
    }

    private Object readResolve() {
        return new ApiDocument(json, version30);
    }

    /**
     * Holds a body to a schema of the document.
     *
     * @param pointer to the schema, such as {@code #/components/schemas/Item}
     * @return what does not fit, or nothing
     */
    Optional<String> violation(String pointer, String body) {
        JsonNode instance;
        try {
            instance = JACKSON.readTree(body);
        } catch (JsonProcessingException e) {
            return Optional.of("a body that is no JSON");
        }
        try {
            return schemas.computeIfAbsent(pointer, this::compiled).validate(instance).stream()
                    .map(ValidationMessage::getMessage)
                    .min(Comparator.naturalOrder())
                    .map(words -> words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words);
        } catch (JsonSchemaException e) {
            throw new ProbeException("a schema of the OpenAPI document cannot be used: " + e.getMessage());
        }
    }

    private JsonSchema compiled(String pointer) {
        try {
            ObjectNode root = (ObjectNode) JACKSON.readTree(json);
            root.put("$ref", pointer);
            return factory().getSchema(root, SchemaValidatorsConfig.builder().build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The document was written by us.", e);
        }
    }

    private JsonSchemaFactory factory() {
        JsonMetaSchema known = version30 ? OpenApi30.getInstance() : OpenApi31.getInstance();
        // The document around the schema, and extensions of it, are no keywords that anybody should be warned of.
        JsonMetaSchema dialect = JsonMetaSchema.builder(known.getIri(), known)
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                .build();
        SpecVersion.VersionFlag base = version30 ? SpecVersion.VersionFlag.V4 : SpecVersion.VersionFlag.V202012;
        return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(base))
                .metaSchema(dialect)
                .defaultMetaSchemaIri(dialect.getIri())
                .schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance()))
                .build();
    }
}
