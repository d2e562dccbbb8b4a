using Framework.Deployment.Aws;
using Framework.Deployment.Model;

namespace Framework.Deployment.Deploying;

/// <summary>Refuses a stack that cannot be changed as it is.</summary>
internal static class StackCheck
{
    /// <summary>Refuses to deploy to a stack.</summary>
    /// <param name="stack">The stack; null where there is none.</param>
    /// <param name="name">Its name.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="description">The description that the service's own stack has.</param>
    /// <param name="region">The region.</param>
    /// <exception cref="DeploymentException">It cannot be changed.</exception>
    public static void Deploy(StackState? stack, string name, string stage, string description, string region)
    {
        if (stack is null || stack.IsDraft)
            return;
        Own(stack, name, description);
        NotBusy(stack, name);
        if (stack.Status is "ROLLBACK_COMPLETE" or "ROLLBACK_FAILED" or "CREATE_FAILED" or "DELETE_FAILED")
            throw new DeploymentException($"{name} is in {stack.Status}: its first deployment, or its deletion, was never finished, and it can only be deleted: run destroy --stage {stage}, then deploy again.");
        if (stack.Status == "UPDATE_ROLLBACK_FAILED")
            throw new DeploymentException($"{name} is in {stack.Status}: it could not go back after a failed update. Correct what the stack's events name, run aws cloudformation continue-update-rollback --stack-name {name} --region {region}, then deploy again.");
    }

    /// <summary>Refuses to delete a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">The description that the service's own stack has.</param>
    public static void Destroy(StackState stack, string name, string description)
    {
        if (!stack.IsDraft)
            Own(stack, name, description);
        NotBusy(stack, name);
    }

    private static void Own(StackState stack, string name, string description)
    {
        if (stack.Description != description)
            throw new DeploymentException($"The stack {name} is there and is not this service's, as its description is \"{stack.Description}\": deploy another stage, or name the service otherwise.");
    }

    private static void NotBusy(StackState stack, string name)
    {
        if (stack.IsBusy)
            throw new DeploymentException($"{name} is in {stack.Status}: another operation is at work on it. Wait until it is done, then run the command again.");
    }
}
