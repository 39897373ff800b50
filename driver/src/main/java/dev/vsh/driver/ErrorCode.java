package dev.vsh.driver;

/** What went wrong, in libvirt's classes; {@link #prefix()} is how libvirt begins such a message. */
public enum ErrorCode {
    ACCESS_DENIED(Kind.USER, "access denied"),
    CONFIG_UNSUPPORTED(Kind.USER, "unsupported configuration"),
    HOOK_SCRIPT_FAILED(Kind.USER, "Hook script execution failed"),
    INTERNAL_ERROR(Kind.INTERNAL, "internal error"),
    INVALID_ARG(Kind.USER, "invalid argument"),
    NO_CONNECT(Kind.USER, "no connection driver available"),
    NO_DOMAIN(Kind.USER, "Domain not found"),
    NO_NETWORK(Kind.USER, "Network not found"),
    NO_SUPPORT(Kind.USER, "this function is not supported by the connection driver"),
    OPERATION_DENIED(Kind.USER, "operation forbidden"),
    OPERATION_FAILED(Kind.RESOURCE, "operation failed"),
    OPERATION_INVALID(Kind.USER, "Requested operation is not valid"),
    OPERATION_TIMEOUT(Kind.RESOURCE, "Timed out during operation"),
    SYSTEM_ERROR(Kind.RESOURCE, "system error"),
    XML_ERROR(Kind.USER, "XML error"),
    XML_INVALID_SCHEMA(Kind.USER, "XML document failed to validate against schema");

    /** Whose turn it is: the user's, ours, or the machine's. */
    public enum Kind {
        USER,
        INTERNAL,
        RESOURCE
    }

    private final Kind kind;
    private final String prefix;

    ErrorCode(Kind kind, String prefix) {
        this.kind = kind;
        this.prefix = prefix;
    }

    public Kind kind() {
        return kind;
    }

    public String prefix() {
        return prefix;
    }
}
