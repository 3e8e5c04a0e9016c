package com.socialflow.platform.messaging;

import static com.socialflow.core.Require.require;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;

/** What an event's protobuf type says of its way: whose it is, which topic carries it, what orders it. */
final class EventTypes {

    private static final String ROOT = "socialflow.";

    /** The package whose events any service may emit. */
    static final String OF_EVERYBODY = "audit";

    /** The field whose value orders events: those of one value arrive in the order in which they were appended. */
    private static final int ORDERING_FIELD = 1;

    private EventTypes() {}

    /** The service that emits it: the second part of its package, as in {@code socialflow.video.v1}. */
    static String service(Descriptor type) {
        return service(type.getFullName());
    }

    private static String service(String type) {
        require(type.startsWith(ROOT), "%s is no event of this program", type);
        return type.substring(ROOT.length(), type.indexOf('.', ROOT.length()));
    }

    /** The topic of a type, by its full name. */
    static String topicOf(String type) {
        return topic(service(type));
    }

    /** One topic a service; the type travels in a header. */
    static String topic(String service) {
        return ROOT + service;
    }

    static long orderingKey(Message event) {
        var field = event.getDescriptorForType().findFieldByNumber(ORDERING_FIELD);
        require(
                field != null && field.getJavaType() == JavaType.LONG && !field.isRepeated(),
                "field 1 of %s orders it and is an int64",
                event.getDescriptorForType().getFullName());
        return (Long) event.getField(field);
    }
}
