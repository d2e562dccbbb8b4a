using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.Reading;

/// <summary>Reads what the browser of a signed-in user may call by itself.</summary>
internal static class UserPermissionReader
{
    /// <summary>Reads the permissions, by action and resource.</summary>
    /// <exception cref="DeploymentException">No endpoint needs a user, so the service has no users.</exception>
    public static IReadOnlyList<Permission> Read(string service, IReadOnlyList<RouteModel> routes, IEnumerable<UserPermissionAttribute> declared)
    {
        List<Permission> permissions =
        [
            .. from permission in declared
               orderby permission.Action, permission.Resource
               select new Permission("[assembly: UserPermission]", [permission.Action], Table: null, permission.Resource),
        ];
        return permissions.Count == 0 || routes.Any(route => !route.IsOpen)
            ? permissions
            : throw new DeploymentException(
                $"{service} has [assembly: UserPermission(...)] and no endpoint that needs a user, so nobody could get the permission: take the attribute away, or [AllowAnonymous] from an endpoint.");
    }
}
